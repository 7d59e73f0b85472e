"""Fetching what a council publishes on its ModernGov site: politely, from that site alone, and only what is open."""
