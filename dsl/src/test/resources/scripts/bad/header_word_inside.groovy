revision 'x'
upgrade {
    message 'x'
}
downgrade { }
