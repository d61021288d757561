revision 'd338'

upgrade {
    Object o = 'x'
    switch (o) {
        case Class: execute 'class'
        case File: execute 'file'
    }
}
downgrade { }
