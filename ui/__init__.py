"""Show: the command line and the chat app, both thin over an injected Assistant."""
