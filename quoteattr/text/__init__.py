"""Where are the words, the sentences, the paragraphs?"""
