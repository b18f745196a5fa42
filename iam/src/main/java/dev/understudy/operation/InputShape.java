package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkPojo;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The SDK's request class of an operation, loaded when it is first asked for: loading all of them
 * takes over a second.
 */
final class InputShape {
    private final Service service;
    private final String javaName;
    private volatile @Nullable MethodHandle builder;

    InputShape(Service service, String javaName) {
        this.service = service;
        this.javaName = javaName;
    }

    /** A new, empty builder of the request class. */
    SdkPojo newBuilder() {
        try {
            MethodHandle known = builder;
            if (known == null) {
                known = find();
                builder = known;
            }
            return (SdkPojo) known.invokeExact();
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable missing) {
            throw new IllegalStateException("no request class for " + javaName, missing);
        }
    }

    private MethodHandle find() throws ReflectiveOperationException {
        String name =
                "software.amazon.awssdk.services."
                        + service.scope()
                        + ".model."
                        + javaName
                        + "Request";
        Class<?> shape = Class.forName(name);
        Class<?> builderType = Class.forName(name + "$Builder");
        return MethodHandles.publicLookup()
                .findStatic(shape, "builder", MethodType.methodType(builderType))
                .asType(MethodType.methodType(SdkPojo.class));
    }
}
