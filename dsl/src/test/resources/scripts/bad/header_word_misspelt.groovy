revison 'x'
upgrade { }
downgrade { }
