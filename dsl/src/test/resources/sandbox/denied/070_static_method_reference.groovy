import java.util.function.Consumer

revision 'd070'

upgrade {
    Consumer<Integer> f = System::exit
    f.accept(3)
}
downgrade { }
