"""Briefing packs: what a reader takes to a room without the atlas, one content for every format."""
