package org.asemeducation.stocktake.backup.archive;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The cycles with their folders, the one opened first first.
 *
 * @param all of them
 */
record Cycles(List<One> all) {

	static Cycles read(JdbcClient jdbc) {
		return new Cycles(jdbc
			.sql("select name, title, row_number() over (order by opened_at, name) as place from cycle order by place")
			.query((row, number) -> new One(row.getString("name"), row.getString("title"),
					row.getString("place") + "-" + row.getString("name")))
			.list());
	}

	Map<String, String> folders() {
		return this.all.stream().collect(Collectors.toMap(One::name, One::folder));
	}

	/**
	 * A cycle.
	 *
	 * @param name such as {@code ASEMME9}
	 * @param title in words
	 * @param folder of its pages
	 */
	record One(String name, String title, String folder) {

		String path(String page) {
			return "cycles/" + this.folder + "/" + page;
		}

	}

}
