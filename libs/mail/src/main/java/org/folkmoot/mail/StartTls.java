package org.folkmoot.mail;

/** Whether the connection to the mail server is encrypted. */
enum StartTls {
    /** Or no mail goes out. */
    REQUIRED,
    /** If the server offers it. */
    OPTIONAL,
    /** Not. */
    DISABLED
}
