revision 'd323'

upgrade {
    throw new Fatal()
}
downgrade { }

class Fatal extends VirtualMachineError { }
