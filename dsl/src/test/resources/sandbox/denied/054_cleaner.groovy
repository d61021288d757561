import java.lang.ref.Cleaner

revision 'd054'

upgrade {
    execute Cleaner.create().toString()
}
downgrade { }
