package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML as plain texts, numbers, lists and maps.
 */
final class YamlFile {

	private static final int MOST_CHARACTERS = 16 * 1024 * 1024;

	private YamlFile() {
	}

	/**
	 * Reads a file.
	 * @param path the file, in UTF-8
	 * @return its documents, at least one; one without content is missing
	 * @throws BadScenario with the line where it is not YAML
	 */
	static List<Node> read(Path path) {
		String file = path.getFileName().toString();
		try (Reader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
			return read(file, text);
		}
		catch (IOException ex) {
			throw unreadable(file, ex);
		}
	}

	/**
	 * Reads a text.
	 * @param file what messages call it
	 * @param text the YAML
	 * @return its documents, at least one; one without content is missing
	 * @throws BadScenario with the line where it is not YAML
	 */
	static List<Node> read(String file, Reader text) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setCodePointLimit(MOST_CHARACTERS);
		DumperOptions dumper = new DumperOptions();
		Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options,
				new DatesAreTexts());
		try {
			List<@Nullable Object> documents = new ArrayList<>();
			yaml.loadAll(text).forEach(documents::add);
			if (documents.size() < 2) {
				return List.of(new Node(file, "", documents.isEmpty() ? null : documents.get(0)));
			}
			return IntStream.range(0, documents.size())
				.mapToObj((position) -> new Node("%s, document %d".formatted(file, position + 1), "",
						documents.get(position)))
				.toList();
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 : 1;
			throw BadScenario.at(file, "line " + line, String.valueOf(ex.getProblem()));
		}
		catch (YAMLException ex) {
			throw unreadable(file, ex);
		}
	}

	private static BadScenario unreadable(String file, Exception ex) {
		return BadScenario.at(file, "the file", "cannot be read as YAML in UTF-8: " + ex.getMessage());
	}

	/**
	 * Leaves dates as they are written; YAML would make moments in UTC of them.
	 */
	private static final class DatesAreTexts extends Resolver {

		@Override
		public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
			if (!Tag.TIMESTAMP.equals(tag)) {
				super.addImplicitResolver(tag, regexp, first, limit);
			}
		}

	}

}
