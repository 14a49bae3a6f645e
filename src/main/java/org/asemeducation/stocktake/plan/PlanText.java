package org.asemeducation.stocktake.plan;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Turns the bytes of a plan file into YAML nodes that know their lines. Builds no
 * objects; refuses anchors, aliases and tags, which a plan does not need.
 */
final class PlanText {

	/** About a dozen times the plan of 2021, and what an upload may have. */
	static final int LARGEST = 1024 * 1024;

	private static final int DEEPEST = 20;

	private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP,
			Tag.MERGE, Tag.MAP, Tag.SEQ);

	private final String file;

	PlanText(String file) {
		this.file = file;
	}

	Node nodes(byte[] content) {
		if (content.length > LARGEST) {
			throw new PlanRefused(this.file, 0,
					"the file has %d bytes, more than the %d that a plan may have".formatted(content.length, LARGEST));
		}
		Node root = compose(decode(content));
		if (root == null) {
			throw new PlanRefused(this.file, 0, "the file is empty, so there is no plan in it");
		}
		refuseTricks(root);
		return root;
	}

	private String decode(byte[] content) {
		ByteBuffer bytes = ByteBuffer.wrap(content);
		String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
		}
		catch (CharacterCodingException ex) {
			String good = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(content, 0, bytes.position())).toString();
			throw new PlanRefused(this.file, line(good), "this is not text in UTF-8, so save the file as UTF-8");
		}
		for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
			if (!StreamReader.isPrintable(text.codePointAt(at))) {
				throw new PlanRefused(this.file, line(text.substring(0, at)),
						"the character U+%04X cannot stand in a plan".formatted(text.codePointAt(at)));
			}
		}
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	private Node compose(String text) {
		LoaderOptions limits = new LoaderOptions();
		limits.setCodePointLimit(LARGEST);
		limits.setNestingDepthLimit(DEEPEST);
		limits.setMaxAliasesForCollections(Integer.MAX_VALUE);
		try {
			return new Yaml(new SafeConstructor(limits), new Representer(new DumperOptions()), new DumperOptions(),
					limits)
				.compose(new StringReader(text));
		}
		catch (MarkedYAMLException ex) {
			Mark mark = (ex.getProblemMark() != null) ? ex.getProblemMark() : ex.getContextMark();
			throw new PlanRefused(this.file, (mark != null) ? mark.getLine() + 1 : 0,
					"this is not YAML (%s)".formatted(PlanFile.oneLine(ex.getProblem())));
		}
		catch (YAMLException ex) {
			throw new PlanRefused(this.file, 0, "this is not a plan (%s)".formatted(PlanFile.oneLine(ex.getMessage())));
		}
	}

	/** Ends also on a node that contains itself: only an anchor makes that possible. */
	private void refuseTricks(Node node) {
		if (node.getAnchor() != null) {
			throw new PlanRefused(this.file, line(node),
					"the anchor &%s cannot stand in a plan, so write the text out where it is needed"
						.formatted(node.getAnchor()));
		}
		if (!PLAIN.contains(node.getTag())) {
			throw new PlanRefused(this.file, line(node),
					"the tag %s cannot stand in a plan, so leave it out".formatted(node.getTag()));
		}
		if (node instanceof SequenceNode list) {
			list.getValue().forEach(this::refuseTricks);
		}
		if (node instanceof MappingNode map) {
			map.getValue().forEach((entry) -> {
				refuseTricks(entry.getKeyNode());
				refuseTricks(entry.getValueNode());
			});
		}
	}

	static int line(Node node) {
		return node.getStartMark().getLine() + 1;
	}

	private static int line(String before) {
		return (int) before.lines().count() + ((before.isEmpty() || before.endsWith("\n")) ? 1 : 0);
	}

}
