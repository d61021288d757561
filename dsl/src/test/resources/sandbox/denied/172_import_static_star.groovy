import static java.lang.System.*

revision 'd172'

upgrade {
    execute 'x'
}
downgrade { }
