package org.asemeducation.stocktake.rehearsal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param scenario the scenario file
 * @param out the folder for the results
 * @param plan another plan than the one that Stocktake ships; {@code null} for that
 * @param after the results of an earlier rehearsal whose work plan was adopted;
 * {@code null} for none
 */
record RehearsalCall(Path scenario, Path out, @Nullable Path plan, @Nullable Path after) {

	private static final String USAGE = "rehearse --scenario FILE --out DIR [--after DIR] [--plan FILE]";

	private static final Set<String> OPTIONS = Set.of("--scenario", "--out", "--plan", "--after");

	static RehearsalCall of(List<String> arguments) {
		Map<String, String> given = new HashMap<>();
		Iterator<String> rest = arguments.iterator();
		while (rest.hasNext()) {
			String option = rest.next();
			if (!OPTIONS.contains(option)) {
				throw new BadScenario("\"%s\" is not an option; call it as: %s".formatted(option, USAGE));
			}
			if (!rest.hasNext()) {
				throw new BadScenario("%s needs a value; call it as: %s".formatted(option, USAGE));
			}
			given.put(option, rest.next());
		}
		if (!given.containsKey("--scenario") || !given.containsKey("--out")) {
			throw new BadScenario("--scenario and --out are needed; call it as: " + USAGE);
		}
		return new RehearsalCall(file(given.get("--scenario")), Path.of(given.get("--out")),
				given.containsKey("--plan") ? file(given.get("--plan")) : null,
				given.containsKey("--after") ? Path.of(given.get("--after")) : null);
	}

	private static Path file(String name) {
		Path file = Path.of(name);
		if (!Files.isReadable(file) || Files.isDirectory(file)) {
			throw new BadScenario("%s: there is no such file, or it cannot be read".formatted(name));
		}
		return file;
	}

}
