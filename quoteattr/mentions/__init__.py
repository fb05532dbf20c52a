"""Who could be speaking?"""
