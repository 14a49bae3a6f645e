package org.asemeducation.stocktake.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.convert.converter.Converter;

/**
 * Reads what a session holds: the sign-in and what belongs to it. Anything else, such as
 * what another release wrote in another way, is taken as missing; the person signs in
 * again.
 */
class KnownObjects implements Converter<byte[], Object> {

	private static final Logger log = LoggerFactory.getLogger(KnownObjects.class);

	private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config
		.createFilter("maxdepth=30;maxrefs=10000;java.lang.*;java.net.*;java.time.*;java.util.*;java.util.concurrent.*;"
				+ "org.springframework.security.**;org.springframework.util.*;org.springframework.web.servlet.*;"
				+ "com.nimbusds.jose.shaded.**;org.camunda.bpm.webapp.impl.security.**;org.asemeducation.stocktake.**;!*");

	@Override
	public @Nullable Object convert(byte[] bytes) {
		try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
			objects.setObjectInputFilter(KNOWN);
			return objects.readObject();
		}
		catch (IOException | ClassNotFoundException | ClassCastException ex) {
			log.info("A session holds what this release does not know ({}): it counts as missing.", ex.toString());
			return null;
		}
	}

}
