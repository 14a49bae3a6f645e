package org.asemeducation.stocktake.report.document;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a text is written in, as far as a document has to know.
 */
public enum Script {

	/** Latin, Cyrillic and all that needs nothing said of it. */
	LATIN("", Setting.PLAIN),

	/** Greek. */
	GREEK("el", Setting.PLAIN),

	/** Chinese, or signs whose language is not known better. */
	CHINESE("zh", Setting.EAST_ASIAN),

	/** Kana, and Chinese signs beside it. */
	JAPANESE("ja", Setting.EAST_ASIAN),

	/** Hangul, and Chinese signs beside it. */
	KOREAN("ko", Setting.EAST_ASIAN),

	/** Thai. */
	THAI("th", Setting.COMPLEX),

	/** Lao. */
	LAO("lo", Setting.COMPLEX),

	/** Khmer. */
	KHMER("km", Setting.COMPLEX),

	/** Burmese. */
	BURMESE("my", Setting.COMPLEX),

	/** Devanagari. */
	HINDI("hi", Setting.COMPLEX),

	/** Bengali. */
	BENGALI("bn", Setting.COMPLEX),

	/** Arabic script. */
	ARABIC("ar", Setting.RIGHT_TO_LEFT),

	/** Hebrew. */
	HEBREW("he", Setting.RIGHT_TO_LEFT),

	/** A mark on the character before it. */
	MARK("", Setting.PLAIN),

	/** Spaces, digits, signs. */
	NEUTRAL("", Setting.PLAIN);

	private static final Map<UnicodeScript, Script> SCRIPTS = Map.ofEntries(Map.entry(UnicodeScript.GREEK, GREEK),
			Map.entry(UnicodeScript.HIRAGANA, JAPANESE), Map.entry(UnicodeScript.KATAKANA, JAPANESE),
			Map.entry(UnicodeScript.HANGUL, KOREAN), Map.entry(UnicodeScript.BOPOMOFO, CHINESE),
			Map.entry(UnicodeScript.THAI, THAI), Map.entry(UnicodeScript.LAO, LAO),
			Map.entry(UnicodeScript.KHMER, KHMER), Map.entry(UnicodeScript.MYANMAR, BURMESE),
			Map.entry(UnicodeScript.DEVANAGARI, HINDI), Map.entry(UnicodeScript.BENGALI, BENGALI),
			Map.entry(UnicodeScript.ARABIC, ARABIC), Map.entry(UnicodeScript.HEBREW, HEBREW),
			Map.entry(UnicodeScript.INHERITED, MARK), Map.entry(UnicodeScript.COMMON, NEUTRAL));

	private static final Set<UnicodeBlock> HAN_SIGNS = Set.of(UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
			UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);

	private final String language;

	private final Setting setting;

	Script(String language, Setting setting) {
		this.language = language;
		this.setting = setting;
	}

	static Script of(int character, Script han) {
		UnicodeScript script = UnicodeScript.of(character);
		UnicodeBlock block = UnicodeBlock.of(character);
		if (script == UnicodeScript.HAN
				|| script == UnicodeScript.COMMON && block != null && HAN_SIGNS.contains(block)) {
			return han;
		}
		if (script == UnicodeScript.COMMON && block == UnicodeBlock.ARABIC) {
			return ARABIC;
		}
		return SCRIPTS.getOrDefault(script, LATIN);
	}

	/** What Chinese signs are in this text: it depends on what stands beside them. */
	static Script han(String text) {
		Set<UnicodeScript> scripts = text.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toSet());
		if (scripts.contains(UnicodeScript.HIRAGANA) || scripts.contains(UnicodeScript.KATAKANA)) {
			return JAPANESE;
		}
		return scripts.contains(UnicodeScript.HANGUL) ? KOREAN : CHINESE;
	}

	/**
	 * The language most texts in this script are in.
	 * @return a BCP 47 tag; empty where the script does not tell
	 */
	public String language() {
		return this.language;
	}

	public Setting setting() {
		return this.setting;
	}

	/** How a script is set. */
	public enum Setting {

		PLAIN, EAST_ASIAN, COMPLEX, RIGHT_TO_LEFT

	}

}
