revision 'x'
upgrade {
    frobnicate 'projects'
}
downgrade { }
