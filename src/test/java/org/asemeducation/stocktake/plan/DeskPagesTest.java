package org.asemeducation.stocktake.plan;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.asemeducation.stocktake.StocktakeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@StocktakeTest
class DeskPagesTest {

	private static final UserRequestPostProcessor AES = user("aes");

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Plans plans;

	@Autowired
	private Contributions contributions;

	private MockMvc pages;

	@BeforeEach
	void open() {
		this.pages = MockMvcBuilders.webAppContextSetup(this.context).apply(springSecurity()).build();
	}

	@AfterEach
	void clearAway() {
		this.jdbc.sql("update contribution set confirmed_at = null, confirmed_by = null").update();
	}

	private static MockHttpServletRequestBuilder file(String text) {
		return multipart("/desk/plan")
			.file(new MockMultipartFile("file", "C:\\plans\\mine.yaml", "text/yaml", text.getBytes(UTF_8)))
			.with(AES)
			.with(csrf());
	}

	private static List<String> all(String pattern, String page) {
		return Pattern.compile(pattern, Pattern.DOTALL)
			.matcher(page)
			.results()
			.map((MatchResult result) -> HtmlUtils.htmlUnescape(result.group(1)))
			.toList();
	}

	private static String one(String pattern, String page) {
		assertThat(all(pattern, page)).hasSize(1);
		return all(pattern, page).get(0);
	}

	@Test
	void thePlanInForceIsShown() throws Exception {
		this.pages.perform(get("/desk/plan").with(AES))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("4 objectives, 17 actions, 52 initiatives.")))
			.andExpect(content().string(containsString("ASEM-DUO Fellowship Programme")))
			.andExpect(content().string(containsString("a summary of the adopted text")))
			.andExpect(content().string(containsString("Nobody yet")));
	}

	@Test
	void anInitiativeOfThePlanIsFound() throws Exception {
		this.pages.perform(get("/desk/plan").param("search", "a03-i02").with(AES))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("1 of 52 initiatives")))
			.andExpect(content().string(containsString("<td>A03-I02</td>")));
		this.pages.perform(get("/desk/plan").param("search", "nothing is called so").with(AES))
			.andExpect(content().string(containsString("0 of 52 initiatives")));
	}

	@Test
	void onlyTheSecretariatSeesTheDesk() throws Exception {
		for (String page : List.of("/desk/plan", "/desk/contributions")) {
			this.pages.perform(get(page).with(user("asef"))).andExpect(status().isForbidden());
			this.pages
				.perform(
						post(page).param("text", "").param("name", "").param("seen", "").with(user("swg")).with(csrf()))
				.andExpect(status().isForbidden());
		}
	}

	@Test
	void aBrokenFileIsRefusedInOneSentence() throws Exception {
		this.pages.perform(file("document:\n  titel: x\n"))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("mine.yaml, line 1: the plan has no &quot;objectives&quot;.")));
	}

	@Test
	void aFileIsCheckedBeforeItIsLoaded() throws Exception {
		// when
		String page = this.pages.perform(file(PlanFiles.small()))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		// then
		assertThat(page).contains("Nothing has been loaded yet")
			.contains("0 initiatives added, 4 changed, 0 left alone, 48 ended")
			.contains("A17-I03 Organising social media campaigns on ASEM Day");
		assertThat(one("name=\"text\" value=\"(.*?)\"", page)).isEqualTo(PlanFiles.small());
		assertThat(one("name=\"name\" value=\"(.*?)\"", page)).isEqualTo("mine.yaml");
		assertThat(this.plans.current().initiatives()).hasSize(52);
	}

	@Test
	void loadingThePlanInForceSaysThatNothingHasChanged() throws Exception {
		// given
		String bundled = new String(getClass().getResourceAsStream("/plan/action-plan-2030.yaml").readAllBytes(),
				UTF_8);
		// then
		this.pages.perform(file(bundled)).andExpect(content().string(containsString("This plan is in force already")));
		this.pages
			.perform(post("/desk/plan").param("text", bundled.replace("\n", "\r\n"))
				.param("name", "mine.yaml")
				.with(AES)
				.with(csrf()))
			.andExpect(redirectedUrl("/desk/plan"))
			.andExpect(flash().attribute("done", "This plan was in force already: nothing has changed."));
	}

	@Test
	void proposalsAreShownAsSuchAndConfirmedByTicking() throws Exception {
		// given
		String before = this.pages.perform(get("/desk/contributions").with(AES))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(all("<em>(proposed)</em>", before)).hasSize(32);
		assertThat(all("type=\"checkbox\" name=\"ticked\" value=\"(.*?)\"", before)).hasSize(170);
		// when
		this.pages
			.perform(post("/desk/contributions").param("ticked", "1:1.1", "16:4.2", "99:1.1", "nonsense")
				.param("seen", one("name=\"seen\" value=\"(.*?)\"", before))
				.with(AES)
				.with(csrf()))
			.andExpect(redirectedUrl("/desk/contributions"))
			.andExpect(flash().attribute("done", "2 contributions are confirmed; reports show them from now on."));
		// then
		assertThat(this.contributions.all()).filteredOn(Contribution::confirmed)
			.containsExactly(new Contribution(1, "1.1", true), new Contribution(16, "4.2", true));
		String after = this.pages.perform(get("/desk/contributions").with(AES))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(all("<em>(proposed)</em>", after)).hasSize(30);
		assertThat(all("value=\"([^\"]*)\"[^>]* checked", after)).containsExactly("1:1.1", "16:4.2");
		assertThat(this.jdbc.sql("select after from audit where act = 'confirm contributions' order by id desc limit 1")
			.query(String.class)
			.single()).isEqualTo("action 1 to 1.1, action 16 to 4.2");
	}

	@Test
	void aTableThatHasChangedMeanwhileIsNotOverwritten() throws Exception {
		this.pages
			.perform(post("/desk/contributions").param("ticked", "1:1.1").param("seen", "older").with(AES).with(csrf()))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("Nothing was confirmed")));
	}

}
