"""What a selection shows: routes, roles, hotspots and the figures they are drawn by."""
