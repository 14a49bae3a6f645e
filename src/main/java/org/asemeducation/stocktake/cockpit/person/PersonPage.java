package org.asemeducation.stocktake.cockpit.person;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cockpit.person.ErasePerson.Foreseen;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the secretariat finds somebody, hands out what is held about them, and erases
 * them.
 */
@Controller
@RequestMapping("/desk/register/people")
class PersonPage {

	private final ErasePerson erasing;

	private final Register register;

	private final CurrentPerson current;

	private final ObjectMapper json;

	private final TemplateEngine templates;

	private final Clock clock;

	PersonPage(ErasePerson erasing, Register register, CurrentPerson current, ObjectMapper json,
			TemplateEngine templates, Clock clock) {
		this.erasing = erasing;
		this.register = register;
		this.current = current;
		this.json = json;
		this.templates = templates;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView list(@RequestParam(defaultValue = "") String search) {
		this.current.get().requireSecretariat();
		return new ModelAndView("people").addObject("search", search)
			.addObject("people", this.register.everybody(search));
	}

	@GetMapping("/{contact}")
	ModelAndView show(@PathVariable long contact) {
		this.current.get().requireSecretariat();
		try {
			return page(HttpStatus.OK, contact);
		}
		catch (IllegalArgumentException ex) {
			return new ModelAndView("people", HttpStatus.NOT_FOUND).addObject("problem", ex.getMessage())
				.addObject("search", "")
				.addObject("people", this.register.everybody(""));
		}
	}

	/**
	 * Everything held about the person, as one file.
	 * @param format {@code json}, or else HTML
	 */
	@PostMapping("/{contact}/export")
	Object export(@PathVariable long contact, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "html") String format) throws JsonProcessingException {
		Person by = this.current.get().requireSecretariat();
		try {
			Foreseen all = this.erasing.handOut(new ContactId(contact), reason, by);
			boolean asJson = format.equals("json");
			return ResponseEntity.ok()
				.header(HttpHeaders.CONTENT_DISPOSITION,
						"attachment; filename=\"person-%d.%s\"".formatted(contact, asJson ? "json" : "html"))
				.contentType(asJson ? MediaType.APPLICATION_JSON : MediaType.parseMediaType("text/html;charset=UTF-8"))
				.body(asJson ? asJson(all) : asPage(all));
		}
		catch (IllegalArgumentException ex) {
			return refused(contact, ex, reason);
		}
	}

	@PostMapping("/{contact}/erasure")
	ModelAndView erase(@PathVariable long contact, @RequestParam(defaultValue = "") String reason,
			@RequestParam(required = false) @Nullable String confirmed, RedirectAttributes next) {
		Person by = this.current.get().requireSecretariat();
		try {
			if (confirmed == null) {
				throw new IllegalArgumentException(
						"Nothing was erased: tick that you have looked at what goes. It cannot be brought back.");
			}
			String called = this.erasing.erase(new ContactId(contact), reason, by);
			next.addFlashAttribute("done", "The person is erased, and called “%s” from now on.".formatted(called));
			return new ModelAndView("redirect:/desk/register/people/" + contact);
		}
		catch (IllegalArgumentException | Refused ex) {
			return refused(contact, ex, reason);
		}
	}

	private ModelAndView refused(long contact, RuntimeException why, String reason) {
		try {
			return page((why instanceof Refused) ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY, contact)
				.addObject("problem", why.getMessage())
				.addObject("reason", reason);
		}
		catch (IllegalArgumentException ex) {
			return show(contact);
		}
	}

	private ModelAndView page(HttpStatus status, long contact) {
		return new ModelAndView("person", status).addObject("all", this.erasing.foresee(new ContactId(contact)));
	}

	private byte[] asJson(Foreseen all) throws JsonProcessingException {
		Map<String, Object> tables = new LinkedHashMap<>();
		all.held().forEach((held) -> tables.put(held.table(), held.rows()));
		Map<String, Object> file = new LinkedHashMap<>();
		file.put("person", all.contact().name());
		file.put("address", all.contact().email());
		file.put("read_at", this.clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
		file.put("held", tables);
		return this.json.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
	}

	private byte[] asPage(Foreseen all) {
		Context context = new Context(Locale.ENGLISH,
				Map.of("all", all, "readAt", this.clock.instant().truncatedTo(ChronoUnit.SECONDS)));
		return this.templates.process("person-file", context).getBytes(java.nio.charset.StandardCharsets.UTF_8);
	}

}
