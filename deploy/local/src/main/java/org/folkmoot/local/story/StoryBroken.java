package org.folkmoot.local.story;

/** Something did not happen as the story has it; the message says what. Another telling goes on from there. */
public final class StoryBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryBroken(String message) {
        super(message);
    }

    StoryBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
