package org.folkmoot.test;

import java.util.function.Supplier;

/** Chooses the stack of this run, once. */
final class TestStacks {

    static final Supplier<TestStack> CURRENT = new Supplier<>() {
        private volatile @org.jspecify.annotations.Nullable TestStack stack;

        @Override
        public synchronized TestStack get() {
            TestStack known = stack;
            if (known == null) {
                known = "containers".equals(System.getProperty("stack"))
                        ? ContainerStack.start()
                        : Leftovers.clear(EmbeddedStack.startOrJoin());
                stack = known;
            }
            return known;
        }
    };

    private TestStacks() {}
}
