"""Where does somebody say something?"""
