#!/usr/bin/env bash
# tools.sh [pdf] [html] [browser] [words]
# Installs the pinned tools of the named suites (of the first three, when none is named) and prints the folder of each on
# standard output, if it has one; everything else it says goes to standard error. Silent and quick when all is there.
#
# Nothing is trusted because it exists: a folder appears under its final name only once it is complete and has been tried,
# and the name carries a hash of the committed pins, so that changed pins never meet old tools.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=${DIPTYCH_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/diptych/tools}
exec 3>&1 1>&2

say() { printf 'conformance tools: %s\n' "$*"; }
die() { say "$*"; exit 2; }

# Registries time out now and then; a refusal is only asked again, which does no harm.
retry() {
  local try
  for try in 1 2 3 4; do
    "$@" && return
    if ((try < 4)); then
      say "'$1' failed (try $try of 4); trying again"
      sleep $((try * 5))
    fi
  done
  return 1
}

# need COMMAND=PACKAGE …: Debian's packages for the commands that are missing. A command that is there is used as it is.
need() {
  local pair packages=()
  for pair; do
    command -v "${pair%%=*}" >/dev/null || packages+=("${pair#*=}")
  done
  ((${#packages[@]})) || return 0
  command -v apt-get >/dev/null || die "install these first, this system has no apt-get: ${packages[*]}"
  local root_shell=()
  ((EUID == 0)) || root_shell=(sudo)
  say "installing ${packages[*]}"
  retry "${root_shell[@]}" apt-get -qq update || die "apt-get update failed"
  retry "${root_shell[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 install "${packages[@]}" >/dev/null || die "could not install ${packages[*]}"
}

copy_jars() { # --update-snapshots: ask again for what an earlier try could not get
  mvn --batch-mode --quiet --update-snapshots --strict-checksums dependency:copy-dependencies -DoutputDirectory=lib 2>&1 |
    sed 's/\x1b\[[0-9;]*m//g' # it resets colours even where it prints nothing
}
npm_ci() { npm ci --loglevel=error --no-audit --no-fund --ignore-scripts >/dev/null; }

# Each suite: the commands it needs, the files that pin it, how to install into the current folder, how to try the result.
commands_pdf=(javac=openjdk-17-jdk-headless mvn=maven)
commands_html=(java=openjdk-17-jre-headless node=nodejs npm=npm)
commands_browser=(node=nodejs npm=npm chromium=chromium fc-list=fontconfig)
pins_pdf=(pom.xml)
pins_html=(package.json package-lock.json)
pins_browser=(package.json package-lock.json)
install_pdf() { retry copy_jars && javap -cp 'lib/*' org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider >/dev/null; }
install_html() { retry npm_ci && java -jar node_modules/vnu-jar/build/dist/vnu.jar --version >/dev/null; }
install_browser() {
  retry npm_ci && node -e 'for (const name of Object.keys(require("./package.json").dependencies)) require(name)'
}

tools() {
  local suite=$1 stamp folder new
  local -n commands=commands_$suite pins=pins_$suite
  need "${commands[@]}"
  # A page that names a system font needs one to be there, or its text has no width.
  [[ $suite != browser || -n $(fc-list) ]] || need any-font=fonts-liberation
  stamp=$(cd "$here/$suite" && cat "${pins[@]}" | sha256sum | cut -c1-12)
  folder=$root/$suite-$stamp
  if [[ ! -d $folder ]]; then
    mkdir -p "$root"
    exec 9>"$root/.lock"
    flock 9
    if [[ ! -d $folder ]]; then # another run may have made it while this one waited
      say "installing $suite into $folder"
      rm -rf "$root/.new" # what an interrupted run left
      mkdir "$root/.new"
      (cd "$here/$suite" && cp "${pins[@]}" "$root/.new/")
      [[ ! -f $here/$suite/.npmrc ]] || cp "$here/$suite/.npmrc" "$root/.new/"
      new=$root/.new
      (cd "$new" && "install_$suite") || die "the $suite tools could not be installed"
      mv -T "$new" "$folder"
    fi
    exec 9>&-
  fi
  printf '%s\n' "$folder" >&3
}

(($#)) || set -- pdf html browser
for suite; do
  case $suite in
    pdf | html | browser) tools "$suite" ;;
    words) need pdftotext=poppler-utils ;;
    *) die "no suite is called '$suite' (pdf, html, browser, words)" ;;
  esac
done
