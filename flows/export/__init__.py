"""Hand out what a scene shows: an atlas and a scene in, rows and bytes out."""
