package org.asemeducation.stocktake.backup.archive;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

import org.asemeducation.stocktake.report.html.Markup;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The words of mails that are in force: those that the secretariat saved last, or else
 * those that come with Stocktake.
 */
final class SettingsInForce {

	private static final String FILE = "words-in-force.html";

	private final JdbcClient jdbc;

	private final Shelf shelf;

	SettingsInForce(JdbcClient jdbc, Shelf shelf) {
		this.jdbc = jdbc;
		this.shelf = shelf;
	}

	void write(Map<String, String> links) throws IOException {
		Map<String, String> words = new TreeMap<>();
		Resource[] shipped = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:templates/letter/*.txt");
		Arrays.sort(shipped, Comparator.comparing((file) -> String.valueOf(file.getFilename())));
		for (Resource file : shipped) {
			words.put(String.valueOf(file.getFilename()).replace(".txt", ""), file.getContentAsString(UTF_8));
		}
		this.jdbc.sql("""
				select distinct on (name, language) name || '.' || language as name, source from mail_template
				order by name, language, version desc""").query((row) -> {
			if (row.getString("source") != null) {
				words.put(row.getString("name"), row.getString("source"));
			}
		});
		String title = "Words of mails in force";
		try (Sheet sheet = new Sheet(this.shelf, FILE, title, "")) {
			Markup out = sheet.markup();
			for (Map.Entry<String, String> one : words.entrySet()) {
				sheet.line("h2", one.getKey().replaceFirst("\\.", " (") + ")");
				out.tag("<div class=\"words\" dir=\"auto\">").text(one.getValue()).tag("</div>\n");
			}
		}
		links.put(FILE, title);
	}

}
