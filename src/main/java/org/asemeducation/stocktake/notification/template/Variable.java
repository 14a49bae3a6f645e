package org.asemeducation.stocktake.notification.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a template may say.
 *
 * @param name as it stands between braces
 * @param kind what it is
 * @param about what it says, for those who write templates
 * @param example what a preview shows for it; of a list nothing
 * @param inner what may be said of each thing in a list; empty otherwise
 */
record Variable(String name, Kind kind, String about, String example, List<Variable> inner) {

	static Variable text(String name, String about, String example) {
		return new Variable(name, Kind.TEXT, about, example, List.of());
	}

	static Variable link(String name, String about, String example) {
		return new Variable(name, Kind.LINK, about, example, List.of());
	}

	/** How it is said, as in <code>{{#asked}} … {{/asked}}</code>. */
	public String use() {
		return switch (this.kind) {
			case TEXT, LINK -> "{{%s}}".formatted(this.name);
			case FLAG -> "{{#%s}} … {{/%s}}, {{^%s}} … {{/%s}}".formatted(this.name, this.name, this.name, this.name);
			case LIST -> "{{#%s}} … {{/%s}}".formatted(this.name, this.name);
		};
	}

	/** True in the preview. */
	static Variable flag(String name, String about) {
		return new Variable(name, Kind.FLAG, about, "yes", List.of());
	}

	static Variable list(String name, String about, Variable... inner) {
		return new Variable(name, Kind.LIST, about, "", List.of(inner));
	}

	/** What the preview shows: of a list two things. */
	static Map<String, Object> examples(List<Variable> variables) {
		Map<String, Object> examples = new LinkedHashMap<>();
		for (Variable variable : variables) {
			examples.put(variable.name, switch (variable.kind) {
				case TEXT, LINK -> variable.example;
				case FLAG -> true;
				case LIST -> List.of(examples(variable.inner), examples(variable.inner));
			});
		}
		return examples;
	}

	/**
	 * What a variable is.
	 */
	enum Kind {

		TEXT, LINK, FLAG, LIST;

	}

}
