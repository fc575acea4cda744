"""How dates and times are written where a language has several habits."""
