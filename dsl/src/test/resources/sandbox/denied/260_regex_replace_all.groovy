revision 'd260'

upgrade {
    execute(('a' * 40 + 'b').replaceAll('(.*a){15}c', ''))
}
downgrade { }
