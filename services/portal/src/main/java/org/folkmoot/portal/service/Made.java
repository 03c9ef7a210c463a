package org.folkmoot.portal.service;

import java.util.UUID;

/** Something new that carries what is said of a patient: its id, and nothing else of it is answered. */
public record Made(UUID id) {}
