package org.asemeducation.stocktake.access.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every file that is served as it is, under each of its addresses.
 */
final class FileDoors {

	/** Where Spring looks for files, and what stands before their names there. */
	private static final Map<String, String> FOLDERS = Map.of("static/", "/", "public/", "/", "resources/", "/",
			"META-INF/resources/", "/", "META-INF/resources/webjars/camunda/", "/camunda/");

	/** Brings files of its own to tests, where nobody else meets them. */
	private static final String OF_TESTS = "camunda-process-test-coverage";

	private FileDoors() {
	}

	static Set<Door> all() {
		Set<Door> doors = new TreeSet<>();
		FOLDERS.forEach((folder, address) -> {
			for (String file : files(folder)) {
				String path = address + file;
				if (!address.equals("/camunda/") || path.matches("/camunda/(app|assets|lib)/.*|/camunda/favicon.ico")) {
					doors.add(new Door("GET", path));
				}
			}
		});
		return doors;
	}

	private static Set<String> files(String folder) {
		Set<String> files = new TreeSet<>();
		try {
			for (Resource resource : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:%s**/*".formatted(folder))) {
				String url = resource.getURL().toString();
				if (!url.endsWith("/") && !url.contains(OF_TESTS) && resource.isReadable()) {
					files.add(url.substring(url.lastIndexOf("/" + folder) + folder.length() + 1));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files;
	}

}
