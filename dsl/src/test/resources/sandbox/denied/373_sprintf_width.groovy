revision 'd373'

upgrade {
    execute sprintf('%1500000000d', 1)
}
downgrade { }
