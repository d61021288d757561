revision 'd198'

upgrade {
    'x'.wait()
}
downgrade { }
