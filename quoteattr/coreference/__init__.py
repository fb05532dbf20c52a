"""Who is "he", "Ortega", "the principal"?"""
