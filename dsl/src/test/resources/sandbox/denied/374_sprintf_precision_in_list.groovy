revision 'd374'

upgrade {
    execute sprintf('%s %.1500000000f', ['a', 1.5d])
}
downgrade { }
