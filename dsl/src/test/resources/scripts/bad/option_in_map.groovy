revision 'x'
upgrade {
    addColumn([nulable: true], 'a', 'b', text)
}
downgrade { }
