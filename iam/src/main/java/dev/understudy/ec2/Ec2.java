package dev.understudy.ec2;

import dev.understudy.operation.Operation;

import java.util.List;

/** The door of this folder: the operations of EC2. */
public final class Ec2 {
    private Ec2() {}

    /** The operations. */
    public static List<Operation<?, ?>> operations() {
        return List.of(
                new AssociateIamInstanceProfile(),
                new DescribeIamInstanceProfileAssociations(),
                new DisassociateIamInstanceProfile(),
                new ReplaceIamInstanceProfileAssociation());
    }
}
