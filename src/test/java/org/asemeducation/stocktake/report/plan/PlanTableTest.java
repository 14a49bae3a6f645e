package org.asemeducation.stocktake.report.plan;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.plan.ActionPlan;
import org.asemeducation.stocktake.plan.Plans;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@StocktakeTest
@Transactional
class PlanTableTest {

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private Plans plans;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void thePlanIsATableOfFiveColumns() throws Exception {
		// given
		ActionPlan plan = this.plans.current();
		this.jdbc.sql("delete from contribution").update();
		this.jdbc.sql("""
				insert into contribution (action, subgoal, confirmed_at, confirmed_by)
				values (1, '1.1', now(), 'aes'), (1, '1.2', now(), 'aes'), (2, '1.2', null, null)""").update();
		// when
		byte[] file = MockMvcBuilders.webAppContextSetup(this.context)
			.apply(springSecurity())
			.build()
			.perform(get("/desk/plan/table.docx").with(user("aes")))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		Files.write(Path.of("target", "action-plan.docx"), file);
		// then
		try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
			XWPFTable table = word.getTables().get(0);
			assertThat(table.getRow(0).getTableCells()).extracting((cell) -> cell.getText())
				.containsExactly("Description of the action", "Contribution to Strategic objective(s) and subgoal(s)",
						"(New) AEP projects and initiatives", "Activities and/or Milestones",
						"Expected/Envisaged outcomes by 2030");
			assertThat(table.getRows()).hasSize(1 + plan.initiatives().size());
			assertThat(table.getRow(1).getCell(0).getText()).isEqualTo("1. " + plan.actions().get(0).title());
			assertThat(table.getRow(1).getCell(1).getText()).isEqualTo("1.1, 1.2");
			assertThat(table.getRow(1).getCell(2).getText()).contains("ASEM-DUO Fellowship Programme",
					"[ASEM-DUO Secretariat]");
			assertThat(table.getRow(1).getCell(3).getParagraphs())
				.hasSize(plan.initiatives().get(0).milestones().size());
			int second = 1 + plan.actions().get(0).initiatives().size();
			assertThat(table.getRow(second).getCell(1).getText()).isEqualTo("–");
			assertThat(word.getParagraphs()).extracting((paragraph) -> paragraph.getText())
				.anyMatch((text) -> text.contains("Boosting Inclusive and Balanced Mobility"));
		}
	}

}
