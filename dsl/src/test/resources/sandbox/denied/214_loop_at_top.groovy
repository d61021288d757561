revision 'd214'

upgrade {
    execute 'x'
}
downgrade { }

while (true) { }
