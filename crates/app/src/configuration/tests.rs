//! Layers over layers, problems all at once, and secrets that stay hidden.

use std::path::Path;

use secrecy::ExposeSecret as _;
use tenure_domain::invitation::MailLimits;

use super::*;

const KEY: &str = "MTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3BxcnN0dXY";

/// A folder with a file in it, variables, and flags.
struct Scene {
    folder: tempfile::TempDir,
    variables: Vec<(String, String)>,
    flags: Flags,
}

impl Scene {
    fn new(document: &str) -> Self {
        let scene = Self { folder: tempfile::tempdir().unwrap(), variables: Vec::new(), flags: Flags::default() };
        scene.file("tenured.toml", document);
        scene
    }

    fn file(&self, name: &str, content: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn set(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    fn layers(&self) -> Layers {
        let variables = self.variables.iter().map(|(name, value)| (name.into(), value.into())).collect();
        Sources { usual_file: Some(self.folder.path().join("tenured.toml")), variables, flags: &self.flags }.layers()
    }

    fn read(&self, purpose: Purpose) -> Result<Configuration, Problems> {
        Configuration::read(&self.layers(), purpose)
    }

    /// Every problem, without the folder's name in it.
    fn problems(&self, purpose: Purpose) -> Vec<String> {
        let folder = format!("{}/", self.folder.path().display());
        let problems = self.read(purpose).err().map(|problems| problems.0).unwrap_or_default();
        problems.iter().map(|problem| problem.to_string().replace(&folder, "")).collect()
    }

    fn shown(&self) -> String {
        let mut out = Vec::new();
        show(&self.layers(), Purpose::Serve, &mut out).unwrap();
        String::from_utf8(out).unwrap().replace(&format!("{}/", self.folder.path().display()), "")
    }
}

#[test]
fn without_a_word_everything_has_a_default() {
    let configuration = Scene::new("").read(Purpose::Serve).unwrap();
    assert_eq!(configuration.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(configuration.database.to_string(), "sqlite://./data/tenure.db");
    assert_eq!(configuration.public_url, None);
    assert!(configuration.secret_key.is_none());
    assert!(matches!(&configuration.mail, Some(Transport::File(folder, _)) if folder == Path::new("./data/mail")));
}

#[test]
fn each_layer_wins_over_those_before() {
    let listen = |scene: &Scene| scene.read(Purpose::Serve).unwrap().listen.port();
    let mut scene = Scene::new("listen = \"127.0.0.1:1\"");
    assert_eq!(listen(&scene), 1);
    scene = scene.set("TENURED_LISTEN", "localhost:2");
    assert_eq!(listen(&scene), 2);
    scene.flags.listen = Some("[::1]:3".to_owned());
    assert_eq!(listen(&scene), 3);
}

#[test]
fn an_empty_variable_counts_as_absent() {
    let scene = Scene::new("listen = \"127.0.0.1:1\"").set("TENURED_LISTEN", "");
    assert_eq!(scene.read(Purpose::Serve).unwrap().listen.port(), 1);
}

#[test]
fn a_file_that_is_named_is_read_instead_and_must_be_there() {
    let mut scene = Scene::new("listen = \"127.0.0.1:1\"");
    scene.flags.place.config = Some(scene.file("other.toml", "listen = \"127.0.0.1:2\"").into());
    assert_eq!(scene.read(Purpose::Serve).unwrap().listen.port(), 2);
    scene.flags.place.config = Some(scene.folder.path().join("gone.toml"));
    assert!(scene.problems(Purpose::Serve)[0].starts_with("gone.toml: it can't be read"), "{:?}", scene.problems(Purpose::Serve));
}

#[test]
fn every_setting_can_be_said() {
    let scene = Scene::new(&format!(
        r#"
        secret_key = "{KEY}"
        listen = "0.0.0.0:80"
        data_dir = "/var/lib/tenure"
        database = "postgres://tenure:swordfish@db.test/tenure"
        public_url = "https://people.example.test/"
        trusted_proxies = ["10.0.0.1", "fd00::1"]

        [smtp]
        host = "mail.example.test"
        port = 2525
        tls = "implicit"
        username = "tenure"
        password = "swordfish"
        from = "Aster Support <people@example.test>"

        [mail]
        transport = "smtp"

        [log]
        format = "json"
        filter = "debug"
        "#
    ));
    let configuration = scene.read(Purpose::Serve).unwrap();
    assert_eq!(configuration.public_url.as_deref(), Some("https://people.example.test"));
    assert_eq!(configuration.trusted_proxies.len(), 2);
    assert_eq!(configuration.secret_key.as_ref().unwrap().text().expose_secret(), KEY);
    assert!(matches!(configuration.log_format, LogFormat::Json));
    let Some(Transport::Smtp(smtp)) = &configuration.mail else { panic!("another transport") };
    assert_eq!((smtp.host.as_str(), smtp.port, smtp.tls.to_string().as_str()), ("mail.example.test", 2525, "implicit"));
    assert_eq!(smtp.credentials.as_ref().unwrap().password.expose_secret(), "swordfish");
}

#[test]
fn every_problem_of_every_layer_is_told_at_once() {
    let mut scene =
        Scene::new("listn = \"x\"\nsmtp.port = 99999\ntrusted_proxies = [1]\nsmtp = 1\n[mail]\ntransport = \"pigeon\"\n")
            .set("TENURED_PUBLIC_URL", "people.example.test")
            .set("TENURED_SMTP_HOST", "x")
            .set("TENURED_SMTP__TLS", "ssl")
            .set("TENURED_SECRET_KEY", "hunter2");
    scene.file("tenured.toml", "listn = \"x\"\nsmtp.port = 99999\ntrusted_proxies = [1]\nmail.transport = \"pigeon\"\n");
    scene.flags.listen = Some("nowhere".to_owned());
    scene.flags.place.database = Some("mysql://root:swordfish@db.test/x".to_owned());
    insta::assert_snapshot!(scene.problems(Purpose::Serve).join("\n"));
}

#[test]
fn what_is_no_toml_is_told_with_its_line() {
    let scene = Scene::new("listen = \"127.0.0.1:1\"\npublic_url = \n");
    let problems = scene.problems(Purpose::Serve);
    assert!(problems.len() == 1 && problems[0].starts_with("tenured.toml: line 2 is not TOML"), "{problems:?}");
}

#[test]
fn unknown_settings_are_refused_with_the_nearest_name() {
    let scene = Scene::new("smtp.pasword = \"x\"\nweather = \"fine\"").set("TENURED_DATADIR", "x").set("TENURED_listen", "x");
    assert_eq!(
        scene.problems(Purpose::Tend),
        [
            "smtp.pasword (tenured.toml, line 1): there is no such setting; did you mean `smtp.password`?",
            "weather (tenured.toml, line 2): there is no such setting",
            "TENURED_DATADIR: there is no such setting; did you mean TENURED_DATA_DIR?",
            "TENURED_listen: there is no such setting; did you mean TENURED_LISTEN?",
        ]
    );
}

#[test]
fn secrets_are_read_from_files() {
    let scene = Scene::new("");
    let (key, password) = (scene.file("key", &format!("{KEY}\n")), scene.file("password", "sword fish \n"));
    let url = scene.file("url", "postgres://tenure:x@db.test/tenure\n");
    let scene = scene
        .set("TENURED_SECRET_KEY_FILE", &key)
        .set("TENURED_SMTP__PASSWORD_FILE", &password)
        .set("TENURED_DATABASE_FILE", &url)
        .set("TENURED_SMTP__USERNAME", "tenure")
        .set("TENURED_SMTP__HOST", "mail.example.test")
        .set("TENURED_SMTP__FROM", "tenure@example.test");
    let configuration = scene.read(Purpose::Serve).unwrap();
    assert_eq!(configuration.secret_key.unwrap().text().expose_secret(), KEY);
    assert_eq!(configuration.database.to_string(), "postgres://tenure:…@db.test/tenure");
    let Some(Transport::Smtp(smtp)) = configuration.mail else { panic!("another transport") };
    // Only the line break goes: a password may end with a blank.
    assert_eq!(smtp.credentials.unwrap().password.expose_secret(), "sword fish ");
}

#[test]
fn a_secret_and_its_file_are_one_setting() {
    let scene = Scene::new(&format!("secret_key = \"{KEY}\""));
    let missing = scene.folder.path().join("missing");
    let scene = scene.set("TENURED_SECRET_KEY_FILE", missing.to_str().unwrap());
    // The higher layer's counts, whichever of the two it is.
    assert!(scene.problems(Purpose::Serve)[0].contains("secret_key (TENURED_SECRET_KEY_FILE): the file missing can't be read"));
    let both = Scene::new(&format!("secret_key = \"{KEY}\"\nsecret_key_file = \"x\""));
    assert_eq!(
        both.problems(Purpose::Serve),
        ["secret_key_file (tenured.toml, line 2): tenured.toml, line 1 says it too; one of them is to go"]
    );
}

#[test]
fn c4_no_secret_is_shown_or_told() {
    let secrets = ["swordfish", KEY, "hunter2"];
    let scene = Scene::new(&format!("secret_key = \"{KEY}\"\ndatabase = \"postgres://tenure:swordfish@db.test/tenure\""))
        .set("TENURED_SMTP__PASSWORD", "hunter2");
    let shown = scene.shown();
    let told = Scene::new("database = \"mysql://tenure:swordfish@db.test/tenure\"").set("TENURED_SECRET_KEY", "hunter2");
    let told = told.problems(Purpose::Serve).join("\n");
    assert!(told.contains("secret_key (TENURED_SECRET_KEY)") && told.contains("database (tenured.toml, line 1)"), "{told}");
    for secret in secrets {
        assert!(!shown.contains(secret) && !told.contains(secret), "{secret} in {shown}{told}");
    }
}

#[test]
fn what_counts_is_shown_with_its_origin_and_can_be_read_again() {
    let mut scene = Scene::new("trusted_proxies = [\"10.0.0.1\"]\n[smtp]\nport = 2525\n")
        .set("TENURED_SMTP__PASSWORD", "hunter2")
        .set("TENURED_SECRET_KEY_FILE", "/run/secrets/key");
    scene.flags.listen = Some("127.0.0.1:9000".to_owned());
    let shown = scene.shown();
    insta::assert_snapshot!(shown);
    let again = Scene::new(&shown.replace("/run/secrets/key", &scene.file("key", KEY)));
    assert_eq!(again.problems(Purpose::Tend), Vec::<String>::new());
}

#[test]
fn the_public_address_is_a_host_as_browsers_write_it() {
    let read = |url: &str| {
        let scene = Scene::new(&format!("public_url = \"{url}\""));
        scene.read(Purpose::Serve).map(|configuration| configuration.public_url.unwrap()).map_err(|problems| problems.0.len())
    };
    assert_eq!(read("http://Tenure.LAN:80/").as_deref(), Ok("http://tenure.lan"));
    assert_eq!(read("https://people.example.test:443").as_deref(), Ok("https://people.example.test"));
    assert_eq!(read("https://people.example.test:8443").as_deref(), Ok("https://people.example.test:8443"));
    assert_eq!(read("http://[::1]:8080").as_deref(), Ok("http://[::1]:8080"));
    for elsewhere in ["https://example.test/people", "https://example.test/people/", "https://example.test//", "https://"] {
        assert_eq!(read(elsewhere), Err(1), "the console lies at the top of a host: {elsewhere}");
    }
}

#[test]
fn a_demo_refuses_to_be_reached_from_elsewhere() {
    for listen in ["0.0.0.0:8080", "[::]:8080", "192.0.2.1:8080"] {
        let mut scene = Scene::new("");
        scene.flags.listen = Some(listen.to_owned());
        let problems = scene.problems(Purpose::Demo);
        assert!(problems.len() == 1 && problems[0].contains("this machine only"), "{problems:?}");
    }
    let configuration = Scene::new("").read(Purpose::Demo).unwrap();
    assert_eq!(configuration.data_dir, Path::new("./data/demo"));
    assert!(matches!(configuration.mail, Some(Transport::Capture(_))));
}

#[test]
fn a_demo_captures_its_mail_whatever_else_is_said() {
    let scene = Scene::new("").set("TENURED_MAIL__TRANSPORT", "smtp").set("TENURED_SMTP__HOST", "mail.example.test");
    assert!(matches!(scene.read(Purpose::Demo).unwrap().mail, Some(Transport::Capture(_))));
}

#[test]
fn serving_needs_what_cannot_be_guessed() {
    let postgres = Scene::new("database = \"postgres://db.test/tenure\"");
    assert!(postgres.problems(Purpose::Serve)[0].starts_with("secret_key: a Postgres database may serve several processes"));
    let open = Scene::new("listen = \"0.0.0.0:80\"\nmail.transport = \"capture\"");
    let problems = open.problems(Purpose::Serve);
    assert!(problems[0].starts_with("public_url: links in mails begin with it"), "{problems:?}");
    assert!(problems[1].starts_with("mail.transport (tenured.toml, line 2): `capture` shows every link"), "{problems:?}");
    let smtp = Scene::new("mail.transport = \"smtp\"");
    assert_eq!(smtp.problems(Purpose::Serve), ["smtp.host: mail by SMTP needs it", "smtp.from: mail by SMTP needs it"]);
    // Looking after a database needs none of it.
    for scene in [postgres, open, smtp] {
        assert_eq!(scene.problems(Purpose::Tend), Vec::<String>::new());
    }
}

#[test]
fn how_many_invitations_leave_can_be_said_and_none_at_all_cannot() {
    let said = Scene::new("[mail]\ninvitations_an_hour = 50").set("TENURED_MAIL__INVITATIONS_AN_HOUR_TO_A_DOMAIN", "7");
    let limits = said.set("TENURED_MAIL__INVITATIONS_WAITING", "0").read(Purpose::Tend).unwrap().mail_limits;
    assert_eq!((limits.an_hour.get(), limits.an_hour_to_a_domain.get(), limits.waiting), (50, 7, 0));
    assert_eq!(Scene::new("").read(Purpose::Tend).unwrap().mail_limits, MailLimits::default());
    let none = Scene::new("[mail]\ninvitations_an_hour = 0\ninvitations_waiting = -1").problems(Purpose::Serve);
    assert_eq!(
        none,
        [
            "mail.invitations_an_hour (tenured.toml, line 2): `0` is no number of mails, 1 or more",
            "mail.invitations_waiting (tenured.toml, line 3): `-1` is no number of mails",
        ]
    );
}

#[test]
fn a_password_for_the_mail_server_needs_a_name_and_is_not_sent_readably() {
    let lonely = Scene::new("[smtp]\npassword = \"hunter2\"").problems(Purpose::Serve);
    assert_eq!(lonely, ["smtp.password (tenured.toml, line 2): signing in to the mail server takes smtp.username too"]);
    let clear =
        "[smtp]\nhost = \"mail.example.test\"\nfrom = \"a@b.test\"\ntls = \"none\"\nusername = \"a\"\npassword = \"hunter2\"";
    let clear = Scene::new(clear).problems(Purpose::Serve);
    assert!(clear.len() == 1 && clear[0].contains("a password without TLS is sent to this machine only"), "{clear:?}");
}
