package foo
revision 'x'
upgrade {
    execute 'x'
}
downgrade { }
