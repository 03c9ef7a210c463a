package org.folkmoot.portal.service;

import java.io.InputStream;

/**
 * A document that is passed on as a service gives it.
 *
 * @param body read once, closed by who reads it
 * @param type its media type
 * @param disposition its name for saving it
 */
public record Passage(InputStream body, String type, String disposition) {}
