package org.asemeducation.stocktake.report.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.asemeducation.stocktake.plan.PlanParty;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * How the plan's texts are written into cells and read out of them again: a paragraph in
 * a line, a party in a line. A line break within a paragraph is {@code \n}, a backslash
 * {@code \\}.
 */
public final class PlanCells {

	private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,12}");

	private static final String AFTER_APOSTROPHE = "'=+-@\t\r\n";

	private PlanCells() {
	}

	/**
	 * What a spreadsheet program must not take for its own: a formula, or an apostrophe
	 * that it would swallow.
	 * @param cell what somebody wrote
	 * @return the same, with an apostrophe before it where it needs one
	 */
	public static String guarded(String cell) {
		return isGuarded(cell) ? "'" + cell : cell;
	}

	/**
	 * Takes away what {@link #guarded} put before it.
	 * @param cell as it came back
	 * @return what was typed
	 */
	public static String unguarded(String cell) {
		return isGuarded(cell) ? cell.substring(1) : cell;
	}

	private static boolean isGuarded(String cell) {
		return cell.length() > 1 && cell.charAt(0) == '\'' && AFTER_APOSTROPHE.indexOf(cell.charAt(1)) >= 0;
	}

	static String paragraphs(List<String> texts) {
		return String.join("\n", texts.stream().map(PlanCells::escaped).toList());
	}

	static List<String> paragraphs(String cell) {
		return cell.lines().map(String::strip).filter((line) -> !line.isEmpty()).map(PlanCells::plain).toList();
	}

	/**
	 * What a cell says in one line.
	 * @param cell as it was typed
	 * @return the same words, with single blanks between them
	 * @throws IllegalArgumentException for a character that cannot be printed
	 */
	public static String line(String cell) {
		return checked(cell).strip().replaceAll("\\s+", " ");
	}

	static String parties(List<PlanParty> parties) {
		return String.join("\n",
				parties.stream()
					.map((it) -> String.join(" | ", field(it.name()), field((it.acronym() != null) ? it.acronym() : ""),
							it.kind(), it.role()))
					.toList());
	}

	static List<PlanParty> parties(String cell) {
		return cell.lines().filter((line) -> !line.isBlank()).map(PlanCells::party).toList();
	}

	private static PlanParty party(String line) {
		List<String> fields = new ArrayList<>();
		for (String field : line.split("(?<!\\\\)\\|", -1)) {
			fields.add(plain(field.strip().replace("\\|", "|")));
		}
		if (fields.size() > 4) {
			throw new IllegalArgumentException("\"%s\" has more than name, acronym, kind and role"
				.formatted(line.substring(0, Math.min(line.length(), 60))));
		}
		String name = fields.get(0);
		if (fields.size() == 1) {
			return new PlanParty(name, ACRONYM.matcher(name).matches() ? name : null, "other", "coordinator");
		}
		String kind = (fields.size() > 2 && !fields.get(2).isEmpty()) ? fields.get(2) : "other";
		String role = (fields.size() > 3 && !fields.get(3).isEmpty()) ? fields.get(3) : "coordinator";
		return new PlanParty(name, fields.get(1).isEmpty() ? null : fields.get(1), kind, role);
	}

	private static String field(String text) {
		return escaped(text).replace("|", "\\|");
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
	}

	private static String plain(String text) {
		StringBuilder plain = new StringBuilder();
		for (int at = 0; at < text.length(); at++) {
			char letter = text.charAt(at);
			if (letter == '\\' && at + 1 < text.length() && "\\nr".indexOf(text.charAt(at + 1)) >= 0) {
				char next = text.charAt(++at);
				plain.append((next == 'n') ? '\n' : (next == 'r') ? '\r' : '\\');
			}
			else {
				plain.append(letter);
			}
		}
		return checked(plain.toString()).strip();
	}

	private static String checked(String text) {
		text.codePoints().filter((point) -> !StreamReader.isPrintable(point)).findFirst().ifPresent((point) -> {
			throw new IllegalArgumentException("the character U+%04X cannot stand in a plan".formatted(point));
		});
		return text;
	}

}
