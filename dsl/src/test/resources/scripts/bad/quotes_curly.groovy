revision 'x'
upgrade {
    dropTable “t”
}
downgrade { }
