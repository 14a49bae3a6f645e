package org.asemeducation.stocktake.report;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Free chapters that are still to be written, when those who were to write them leave the
 * secretariat. Their open tasks are the engine's.
 */
@Component
public class PassingChaptersOn {

	private static final String TO_COME = """
			from report_chapter_task t join cycle c on c.name = t.cycle and c.state not in ('published', 'ended')
			where t.author = any(:users) and not exists (select from report_step s
			    where s.cycle = t.cycle and s.step = t.chapter)""";

	private final JdbcClient jdbc;

	PassingChaptersOn(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Which chapters some people are to write.
	 * @param users their user ids
	 * @return cycle, chapter and who
	 */
	public List<Author> of(Collection<String> users) {
		return this.jdbc.sql("select t.cycle, t.chapter, t.author " + TO_COME + " order by 1, 2")
			.param("users", users.toArray(String[]::new))
			.query(Author.class)
			.list();
	}

	/**
	 * Names somebody else, in the caller's transaction.
	 * @param users the user ids of those who were named
	 * @param to the user id of who is from now on
	 */
	@Transactional
	public void passOn(Collection<String> users, String to) {
		this.jdbc
			.sql("update report_chapter_task k set author = :to from (select t.cycle, t.chapter " + TO_COME
					+ ") f where f.cycle = k.cycle and f.chapter = k.chapter")
			.param("users", users.toArray(String[]::new))
			.param("to", to)
			.update();
	}

	/**
	 * Who is to write a chapter.
	 *
	 * @param cycle the cycle's name
	 * @param chapter such as {@code foreword}
	 * @param author the user id
	 */
	public record Author(String cycle, String chapter, String author) {
	}

}
