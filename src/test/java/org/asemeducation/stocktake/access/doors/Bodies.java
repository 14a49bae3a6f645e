package org.asemeducation.stocktake.access.doors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.springframework.core.io.ClassPathResource;

/**
 * What is sent to a door that wants something: {@code doors/bodies.yaml}, by method and
 * path. A body that could not be right would be refused whoever sent it.
 */
final class Bodies {

	private static final String JSON = "application/json";

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final String BYTES = "application/octet-stream";

	private static final String PARTS = "multipart/form-data; boundary=cut";

	private final Map<Door, String> bodies = new TreeMap<>();

	Bodies() {
		try (InputStream file = new ClassPathResource("doors/bodies.yaml").getInputStream()) {
			Map<String, String> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
			read.forEach((door, body) -> {
				String[] parts = door.split(" ", 2);
				this.bodies.put(new Door(parts[0], parts[1]).nameless(), body);
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	byte[] of(Door door, Things things) {
		if (door.method().equals("GET") || door.method().equals("OPTIONS") || door.method().equals("HEAD")) {
			return new byte[0];
		}
		String body = this.bodies.getOrDefault(door.nameless(), door.method().equals("DELETE") ? "" : "{}");
		return things.in(body).getBytes(StandardCharsets.UTF_8);
	}

	static String type(byte[] body) {
		String text = new String(body, StandardCharsets.UTF_8);
		if (text.startsWith("--")) {
			return PARTS;
		}
		if (text.startsWith("%PDF")) {
			return BYTES;
		}
		return (text.startsWith("{") || text.startsWith("[")) ? JSON : FORM;
	}

}
