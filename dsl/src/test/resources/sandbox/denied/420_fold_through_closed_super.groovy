revision 'd420'
class A extends java.awt.Panel { }
class B { static final int W = A.WIDTH }
upgrade {
    execute "${B.W}"
}
downgrade { }
