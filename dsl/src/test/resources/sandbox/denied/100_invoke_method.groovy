revision 'd100'

upgrade {
    'x'.invokeMethod('getClass', null)
}
downgrade { }
