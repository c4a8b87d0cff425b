//! Radicals: signs of a dictionary that look like characters.
//!
//! A font may draw both with one shape, and programs (Chromium among them) then say of 行 that it is the
//! radical ⾏. No report prints radicals.

/// The characters that the Kangxi radicals look like, from U+2F00 on.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕\
    大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日\
    曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音\
    頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The first of them.
const FIRST: char = '\u{2F00}';

/// Later radicals that are whole characters, with those.
const OTHERS: &str = "\
    ⺎兀⺒巳⺓幺⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻚页⻛风⻜飞\
    ⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟";

/// The character that a radical looks like; any other character as it is.
pub(super) fn character(c: char) -> char {
    match c {
        '\u{2F00}'..='\u{2FD5}' => KANGXI.chars().nth(c as usize - FIRST as usize).unwrap_or(c),
        '\u{2E80}'..='\u{2EFF}' => {
            let mut others = OTHERS.chars();
            while let (Some(radical), Some(character)) = (others.next(), others.next()) {
                if radical == c {
                    return character;
                }
            }
            c
        }
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_are_the_characters_that_they_look_like() {
        let text: String = "第⼆⼗条⾏政⽂件⻓⻔⻚⻰".chars().map(character).collect();
        assert_eq!(text, "第二十条行政文件长门页龙");
        assert_eq!((character('\u{2F00}'), character('\u{2FD5}')), ('一', '龠'));
        assert_eq!(KANGXI.chars().count(), 214);
    }
}
