package org.antiphon.nn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;

/**
 * Owns every array that is made while it is open, on this thread: close it and they are gone, except those that
 * {@link NDScope#unregister} released. One per batch or request, in try-with-resources.
 */
public final class TensorScope implements AutoCloseable {

    private final NDManager manager;
    private final NDScope scope;

    /** @param parent whose device the arrays live on */
    public TensorScope(NDManager parent) {
        manager = parent.newSubManager();
        scope = new NDScope();
    }

    public NDManager manager() {
        return manager;
    }

    @Override
    public void close() {
        scope.close();
        manager.close();
    }
}
