"""Blind audits: claims asked about anew, without our answers, and how often others answer as we did."""
